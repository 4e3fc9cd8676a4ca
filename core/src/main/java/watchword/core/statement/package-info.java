/// What people say: a text goes in, a [Statement] comes out for each sentence, with its marks and the words that made them.
///
/// The rules are few and here; the words are data, one file a language beside these classes in the resources (their form: [LexiconFormat]). Everything is a suggestion: a person decides.
@NullMarked
package watchword.core.statement;

import org.jspecify.annotations.NullMarked;
