package io.calque.generated;

/** A model with its data, and a query over it. */
record Case(Model model, Query query) {
  String sql() {
    return new QueryText(query).sql();
  }
}
