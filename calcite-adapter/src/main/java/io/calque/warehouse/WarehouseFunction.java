package io.calque.warehouse;

/**
 * A function of a warehouse that queries may call.
 *
 * @param name as it is called
 * @param remarks may be empty
 * @param returnsTable whether it stands in FROM
 */
public record WarehouseFunction(String name, String remarks, boolean returnsTable) {}
