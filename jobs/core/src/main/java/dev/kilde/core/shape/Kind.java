package dev.kilde.core.shape;

/**
 * One of the things that may stand where a definition leaves a choice: a kind of condition.
 *
 * @param <T> what it is read as
 * @param key its stable name in definitions
 * @param doc what it says, one sentence
 * @param shape of the value under the key
 */
public record Kind<T>(String key, String doc, Shape<? extends T> shape) {}
