import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.rank;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static shop.Keys.SALES;
import static shop.Tables.CUSTOMER;
import static shop.Tables.ORDER;
import static shop.Tables.ORDER_ITEM;
import static shop.Tables.PRODUCT;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import shop.tables.records.CustomerRecord;
import shop.tables.records.OrderItemRecord;

/** Queries with generated classes, as a program of the shop would have them. */
public final class ShopQueries implements Function<Connection, Map<String, Object>> {
  /**
   * jOOQ 3.19 casts a parameter to {@code timestamp without time zone(6)}, which is no type of
   * DuckDB's.
   */
  private static final Settings SETTINGS = new Settings().withParamCastMode(ParamCastMode.NEVER);

  @Override
  public Map<String, Object> apply(Connection connection) {
    DSLContext shop = DSL.using(connection, SQLDialect.DUCKDB, SETTINGS);
    return Map.ofEntries(
        Map.entry("record", byKey(shop)),
        Map.entry("compositeKey", byCompositeKey(shop)),
        Map.entry("path", alongPath(shop)),
        Map.entry("onKey", onKey(shop)),
        Map.entry("metric", metric(shop)),
        Map.entry("metricColumn", metricColumn(shop)),
        Map.entry("window", window(shop)),
        Map.entry("derived", derived(shop)),
        Map.entry("correlated", correlated(shop)),
        Map.entry("lazy", lazy(shop)),
        Map.entry("page", page(shop)),
        Map.entry("batch", parameters(shop)));
  }

  private static String byKey(DSLContext shop) {
    CustomerRecord customer = shop.fetchOne(CUSTOMER, CUSTOMER.CUSTOMER_ID.eq(1));
    LocalDateTime signedUpAt = customer.getSignedUpAt();
    return customer.getGivenName() + " " + customer.getFamilyName() + " " + signedUpAt.getYear();
  }

  private static BigDecimal byCompositeKey(DSLContext shop) {
    OrderItemRecord line =
        shop.selectFrom(ORDER_ITEM)
            .where(ORDER_ITEM.LINE_NO.eq(1))
            .orderBy(ORDER_ITEM.ORDER_ID)
            .limit(1)
            .fetchSingle();
    return line.getUnitPrice();
  }

  /** Two joins that jOOQ writes on its own, from the foreign keys of two roles of one entity. */
  private static List<String> alongPath(DSLContext shop) {
    return shop.select(ORDER.placing().NAME, ORDER.billing().country().NAME)
        .from(ORDER)
        .where(ORDER.IS_GIFT)
        .orderBy(ORDER.ORDER_ID)
        .limit(3)
        .fetch(row -> row.value1() + "/" + row.value2());
  }

  private static int onKey(DSLContext shop) {
    return shop.fetchCount(ORDER_ITEM.join(ORDER).onKey().join(PRODUCT).onKey(SALES));
  }

  private static Map<String, Long> metric(DSLContext shop) {
    Field<Long> customers = field("METRIC('customers')", SQLDataType.BIGINT);
    return shop.select(CUSTOMER.REGION, customers)
        .from(CUSTOMER.leftJoin(ORDER).on(ORDER.CUSTOMER_ID.eq(CUSTOMER.CUSTOMER_ID)))
        .groupBy(CUSTOMER.REGION)
        .fetchMap(CUSTOMER.REGION, customers);
  }

  /** A metric is a column, and jOOQ has a field for it. */
  private static Map<String, Long> metricColumn(DSLContext shop) {
    return shop.select(CUSTOMER.REGION, CUSTOMER.CUSTOMERS)
        .from(CUSTOMER)
        .groupBy(CUSTOMER.REGION)
        .fetchMap(CUSTOMER.REGION, CUSTOMER.CUSTOMERS);
  }

  private static List<Integer> window(DSLContext shop) {
    Field<Integer> place =
        rank().over().partitionBy(PRODUCT.DEPARTMENT).orderBy(PRODUCT.LIST_PRICE.desc());
    return shop.select(PRODUCT.PRODUCT_ID, place.as("place"))
        .from(PRODUCT)
        .qualify(place.eq(1))
        .fetch(PRODUCT.PRODUCT_ID);
  }

  private static int derived(DSLContext shop) {
    var perCustomer =
        select(ORDER.CUSTOMER_ID, count().as("orders"))
            .from(ORDER)
            .groupBy(ORDER.CUSTOMER_ID)
            .asTable("t");
    return shop.select(sum(perCustomer.field("orders", Integer.class)))
        .from(perCustomer)
        .fetchOne(0, int.class);
  }

  private static int correlated(DSLContext shop) {
    return shop.fetchCount(
        shop.selectFrom(ORDER)
            .whereExists(
                select(one())
                    .from(ORDER_ITEM)
                    .where(ORDER_ITEM.ORDER_ID.eq(ORDER.ORDER_ID))
                    .and(ORDER_ITEM.QUANTITY.gt(2))));
  }

  private static int lazy(DSLContext shop) {
    try (Cursor<Record2<Integer, String>> cursor =
            shop.select(ORDER.ORDER_ID, ORDER.STATUS).from(ORDER).fetchSize(50).fetchLazy();
        Stream<Record2<Integer, String>> rows = cursor.stream()) {
      return (int) rows.limit(5).count();
    }
  }

  private static List<Integer> page(DSLContext shop) {
    return shop.select(ORDER.ORDER_ID)
        .from(ORDER)
        .orderBy(ORDER.ORDER_ID)
        .seek(2)
        .limit(2)
        .fetch(ORDER.ORDER_ID);
  }

  private static int parameters(DSLContext shop) {
    return shop.fetchCount(
        shop.selectFrom(CUSTOMER)
            .where(CUSTOMER.COUNTRY.in("Ireland", "Poland"))
            .and(CUSTOMER.SIGNED_UP_AT.ge(LocalDateTime.of(2024, 1, 1, 0, 0)))
            .and(CUSTOMER.NAME.likeIgnoreCase("a%")));
  }
}
