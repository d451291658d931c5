package io.calque.model.write;

/**
 * A file of a model.
 *
 * @param path below the model's folder, with slashes
 */
public record ModelFile(String path, String text) {}
