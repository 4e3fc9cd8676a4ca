/// The one place that escapes: names and words of people come in, well-formed markup leaves.
///
/// It uses the JDK alone. [Elements] opens, closes and escapes; [Hidden] says which characters hide or turn words round. The board and the console each write
/// with a class of their own over it, which adds what only that room needs.
@NullMarked
package watchword.markup;

import org.jspecify.annotations.NullMarked;
