/// Words of any script folded to one key, counted and weighted. Strings come in, words leave; nothing else of a report is known here.
@NullMarked
package watchword.core.text;

import org.jspecify.annotations.NullMarked;
