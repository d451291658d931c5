package io.calque.joins;

import io.calque.joins.JoinCase.End;
import java.util.ArrayList;
import java.util.List;

/**
 * What each join of the nasty shop means in terms of its tables. Written from the shop's story, not
 * from the model: {@code s} is the table on the left of the relationship, {@code d} the one on the
 * right.
 */
final class JoinCases {
  static final End CUSTOMER = new End("customer", "people");
  static final End ORDER = new End("order", "orders");
  static final End PRODUCT = new End("product", "products");
  private static final End SUPPLIER = new End("supplier", "suppliers");
  private static final End ACCOUNT = new End("account", "accounts");
  private static final End GROUP = new End("group", "groups");
  private static final End PASSPORT = new End("passport", "passports");
  private static final End VISIT = new End("visit", "visits");
  private static final End COUPON = new End("coupon", "coupons");
  private static final End CAMPAIGN = new End("campaign", "campaigns");
  private static final End WARRANTY = new End("warranty", "warranties");
  private static final End TAG = new End("tag", "tags");

  private JoinCases() {}

  static List<JoinCase> all() {
    List<JoinCase> all = new ArrayList<>(direct());
    all.addAll(lookups());
    return all;
  }

  static List<JoinCase> direct() {
    return List.of(
        JoinCase.direct("customer_to_order", CUSTOMER, ORDER, "s.person_id = d.cust").byDefault(),
        JoinCase.direct("customer_to_billing_order", CUSTOMER, ORDER, "s.person_id = d.bill_cust"),
        JoinCase.direct(
            "customer_to_paid_order",
            CUSTOMER,
            ORDER,
            "s.person_id = d.cust AND d.status = 'paid'"),
        JoinCase.direct(
            "gold_customer_to_order", CUSTOMER, ORDER, "s.person_id = d.cust AND s.tier = 3"),
        JoinCase.direct(
            "customer_to_any_order",
            CUSTOMER,
            ORDER,
            "s.person_id = d.cust OR s.person_id = d.legacy_cust"),
        JoinCase.direct(
            "customer_to_later_order",
            CUSTOMER,
            ORDER,
            "s.person_id = d.cust AND d.placed_on >= s.joined_on + 30"),
        JoinCase.direct(
                "customer_to_account", CUSTOMER, ACCOUNT, "s.acct = d.acct AND s.brand = d.brand")
            .byDefault(),
        JoinCase.direct(
                "customer_to_group",
                CUSTOMER,
                GROUP,
                "s.score >= d.\"from\" AND s.score <= d.\"to\"")
            .byDefault(),
        JoinCase.direct("customer_to_referred", CUSTOMER, CUSTOMER, "s.person_id = d.ref_by")
            .byDefault(),
        JoinCase.direct("customer_to_passport", CUSTOMER, PASSPORT, "s.person_id = d.holder")
            .byDefault(),
        JoinCase.direct(
                "visit_to_customer", VISIT, CUSTOMER, "lower(trim(s.mail)) = lower(trim(d.mail))")
            .byDefault(),
        JoinCase.direct(
                "coupon_to_campaign", COUPON, CAMPAIGN, "upper(trim(s.raw_code)) = d.coupon")
            .byDefault(),
        JoinCase.direct("order_to_warranty", ORDER, WARRANTY, "s.ord_no = d.ord_no").byDefault());
  }

  static List<JoinCase> lookups() {
    return List.of(
        JoinCase.lookup(
                "order_to_product",
                ORDER,
                PRODUCT,
                List.of("order_items"),
                "s.ord_no = b1.ord_no",
                "b1.sku = d.sku")
            .byDefault(),
        JoinCase.lookup(
            "order_to_gift",
            ORDER,
            PRODUCT,
            List.of("order_items"),
            "s.ord_no = b1.ord_no",
            "b1.gift_sku = d.sku"),
        JoinCase.lookup(
            "paid_order_to_bulk_product",
            ORDER,
            PRODUCT,
            List.of("order_items"),
            "s.ord_no = b1.ord_no AND s.status = 'paid'",
            "b1.sku = d.sku AND b1.qty >= 2 AND d.price < 5"),
        JoinCase.lookup(
                "customer_to_product",
                CUSTOMER,
                PRODUCT,
                List.of("orders", "order_items"),
                "s.person_id = b1.cust",
                "b1.ord_no = b2.ord_no",
                "b2.sku = d.sku")
            .byDefault(),
        JoinCase.lookup(
                "supplier_to_customer",
                SUPPLIER,
                CUSTOMER,
                List.of("products", "order_items", "orders"),
                "s.sup_no = b1.sup_no",
                "b1.sku = b2.sku",
                "b2.ord_no = b3.ord_no",
                "b3.cust = d.person_id")
            .byDefault(),
        JoinCase.lookup(
            "customer_to_kin",
            CUSTOMER,
            CUSTOMER,
            List.of("kin"),
            "s.person_id = b1.one",
            "b1.other = d.person_id"),
        JoinCase.lookup(
                "customer_to_coupon",
                CUSTOMER,
                COUPON,
                List.of("grants"),
                "s.person_id = b1.person",
                "b1.code = upper(trim(d.raw_code))")
            .byDefault(),
        JoinCase.lookup(
                "product_to_campaign",
                PRODUCT,
                CAMPAIGN,
                List.of("coupons"),
                "s.sku = b1.sku",
                "upper(trim(b1.raw_code)) = d.coupon")
            .byDefault(),
        JoinCase.lookup(
                "product_to_tag",
                PRODUCT,
                TAG,
                List.of("product_tags"),
                "s.sku = b1.sku",
                "b1.tag = d.tag")
            .byDefault());
  }
}
