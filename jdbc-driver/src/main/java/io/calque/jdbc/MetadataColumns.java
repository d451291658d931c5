package io.calque.jdbc;

import io.calque.warehouse.WarehouseColumn;
import java.sql.Types;
import java.util.stream.Stream;
import org.apache.calcite.avatica.Meta;

/**
 * The columns of metadata results: each list is JDBC's own, in its order and with its types. Tools
 * read them by name and by position.
 */
final class MetadataColumns {
  static final Meta.Signature CATALOGS = of("TABLE_CAT");
  static final Meta.Signature SCHEMAS = of("TABLE_SCHEM TABLE_CATALOG");
  static final Meta.Signature TABLE_TYPES = of("TABLE_TYPE");
  static final Meta.Signature TABLES =
      of(
          "TABLE_CAT TABLE_SCHEM TABLE_NAME TABLE_TYPE REMARKS TYPE_CAT TYPE_SCHEM TYPE_NAME"
              + " SELF_REFERENCING_COL_NAME REF_GENERATION");
  static final Meta.Signature COLUMNS =
      of(
          "TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME #DATA_TYPE TYPE_NAME #COLUMN_SIZE"
              + " #BUFFER_LENGTH #DECIMAL_DIGITS #NUM_PREC_RADIX #NULLABLE REMARKS COLUMN_DEF"
              + " #SQL_DATA_TYPE #SQL_DATETIME_SUB #CHAR_OCTET_LENGTH #ORDINAL_POSITION IS_NULLABLE"
              + " SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE ~SOURCE_DATA_TYPE IS_AUTOINCREMENT"
              + " IS_GENERATEDCOLUMN");
  static final Meta.Signature PSEUDO_COLUMNS =
      of(
          "TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME #DATA_TYPE #COLUMN_SIZE #DECIMAL_DIGITS"
              + " #NUM_PREC_RADIX COLUMN_USAGE REMARKS #CHAR_OCTET_LENGTH IS_NULLABLE");
  static final Meta.Signature PRIMARY_KEYS =
      of("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME ~KEY_SEQ PK_NAME");
  static final Meta.Signature FOREIGN_KEYS =
      of(
          "PKTABLE_CAT PKTABLE_SCHEM PKTABLE_NAME PKCOLUMN_NAME FKTABLE_CAT FKTABLE_SCHEM"
              + " FKTABLE_NAME FKCOLUMN_NAME ~KEY_SEQ ~UPDATE_RULE ~DELETE_RULE FK_NAME PK_NAME"
              + " ~DEFERRABILITY");
  static final Meta.Signature INDEXES =
      of(
          "TABLE_CAT TABLE_SCHEM TABLE_NAME ?NON_UNIQUE INDEX_QUALIFIER INDEX_NAME ~TYPE"
              + " ~ORDINAL_POSITION COLUMN_NAME ASC_OR_DESC +CARDINALITY +PAGES FILTER_CONDITION");
  static final Meta.Signature ROW_IDENTIFIERS =
      of(
          "~SCOPE COLUMN_NAME #DATA_TYPE TYPE_NAME #COLUMN_SIZE #BUFFER_LENGTH ~DECIMAL_DIGITS"
              + " ~PSEUDO_COLUMN");
  static final Meta.Signature TYPES =
      of(
          "TYPE_NAME #DATA_TYPE #PRECISION LITERAL_PREFIX LITERAL_SUFFIX CREATE_PARAMS ~NULLABLE"
              + " ?CASE_SENSITIVE ~SEARCHABLE ?UNSIGNED_ATTRIBUTE ?FIXED_PREC_SCALE ?AUTO_INCREMENT"
              + " LOCAL_TYPE_NAME ~MINIMUM_SCALE ~MAXIMUM_SCALE #SQL_DATA_TYPE #SQL_DATETIME_SUB"
              + " #NUM_PREC_RADIX");
  static final Meta.Signature TABLE_PRIVILEGES =
      of("TABLE_CAT TABLE_SCHEM TABLE_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE");
  static final Meta.Signature COLUMN_PRIVILEGES =
      of("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE");
  static final Meta.Signature FUNCTIONS =
      of("FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME REMARKS ~FUNCTION_TYPE SPECIFIC_NAME");
  static final Meta.Signature FUNCTION_COLUMNS =
      of(
          "FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME COLUMN_NAME ~COLUMN_TYPE #DATA_TYPE TYPE_NAME"
              + " #PRECISION #LENGTH ~SCALE ~RADIX ~NULLABLE REMARKS #CHAR_OCTET_LENGTH"
              + " #ORDINAL_POSITION IS_NULLABLE SPECIFIC_NAME");
  static final Meta.Signature PROCEDURES =
      of(
          "PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME RESERVED1 RESERVED2 RESERVED3 REMARKS"
              + " ~PROCEDURE_TYPE SPECIFIC_NAME");
  static final Meta.Signature PROCEDURE_COLUMNS =
      of(
          "PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME COLUMN_NAME ~COLUMN_TYPE #DATA_TYPE"
              + " TYPE_NAME #PRECISION #LENGTH ~SCALE ~RADIX ~NULLABLE REMARKS COLUMN_DEF"
              + " #SQL_DATA_TYPE #SQL_DATETIME_SUB #CHAR_OCTET_LENGTH #ORDINAL_POSITION IS_NULLABLE"
              + " SPECIFIC_NAME");
  static final Meta.Signature UDTS =
      of("TYPE_CAT TYPE_SCHEM TYPE_NAME CLASS_NAME #DATA_TYPE REMARKS ~BASE_TYPE");
  static final Meta.Signature SUPER_TYPES =
      of("TYPE_CAT TYPE_SCHEM TYPE_NAME SUPERTYPE_CAT SUPERTYPE_SCHEM SUPERTYPE_NAME");
  static final Meta.Signature SUPER_TABLES = of("TABLE_CAT TABLE_SCHEM TABLE_NAME SUPERTABLE_NAME");
  static final Meta.Signature ATTRIBUTES =
      of(
          "TYPE_CAT TYPE_SCHEM TYPE_NAME ATTR_NAME #DATA_TYPE ATTR_TYPE_NAME #ATTR_SIZE"
              + " #DECIMAL_DIGITS #NUM_PREC_RADIX #NULLABLE REMARKS ATTR_DEF #SQL_DATA_TYPE"
              + " #SQL_DATETIME_SUB #CHAR_OCTET_LENGTH #ORDINAL_POSITION IS_NULLABLE SCOPE_CATALOG"
              + " SCOPE_SCHEMA SCOPE_TABLE ~SOURCE_DATA_TYPE");
  static final Meta.Signature CLIENT_INFO = of("NAME #MAX_LEN DEFAULT_VALUE DESCRIPTION");

  private MetadataColumns() {}

  private static Meta.Signature of(String names) {
    return Columns.of(Stream.of(names.split(" ")).map(MetadataColumns::column).toList());
  }

  /** A column, whose type is its first character; none means text. */
  private static WarehouseColumn column(String name) {
    String rest = name.substring(1);
    return switch (name.charAt(0)) {
      case '#' -> Columns.integer(rest);
      case '~' -> Columns.number(rest, Types.SMALLINT, "SMALLINT", Integer.class, 5);
      case '+' -> Columns.number(rest, Types.BIGINT, "BIGINT", Long.class, 19);
      case '?' -> Columns.truth(rest);
      default -> Columns.text(name);
    };
  }
}
