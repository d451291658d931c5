package io.calque.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A SELECT while its clauses are being read. */
final class SelectParts {
  final List<SqlNode> items = new ArrayList<>();
  SqlParserPos itemsPos;
  SqlLiteral quantifier;
  SqlNodeList distinctOn;
  boolean fromFirst;
  SqlNode from;
  SqlNode where;
  SqlNodeList groupBy;
  SqlNode having;
  SqlNodeList windows;
  SqlNode qualify;
  SqlNode sample;

  CalqueSelect select(SqlParserPos pos) {
    SqlNodeList keywords =
        quantifier == null
            ? SqlNodeList.EMPTY
            : new SqlNodeList(List.of(quantifier), quantifier.getParserPosition());
    SqlNodeList list =
        itemsPos == null
            ? SqlNodeList.of(SqlIdentifier.star(SqlParserPos.ZERO))
            : new SqlNodeList(items, itemsPos);
    return new CalqueSelect(pos, keywords, list, this);
  }
}
