/// What can happen: the catalogue of kinds, each with its names, scales and default rules. Data comes in as values; nothing is read here.
@NullMarked
package watchword.core.kind;

import org.jspecify.annotations.NullMarked;
