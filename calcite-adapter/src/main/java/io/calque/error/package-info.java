/**
 * What is told to a user whose statement or connection is refused.
 *
 * <p>In: a reason and a stretch of the user's text. Out: {@link io.calque.error.CalqueException},
 * with a code of {@link io.calque.error.ErrorCode}. Every other package may use this one; it uses
 * none.
 */
package io.calque.error;
