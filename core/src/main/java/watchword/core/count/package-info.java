/// Counts that ring: days on which a series of daily counts is higher than the days before it explain.
///
/// Counts go in, days come out. What a count means is for a person: reports measure attention as much as activity, so incidents, reports and
/// active senders are looked at side by side.
@NullMarked
package watchword.core.count;

import org.jspecify.annotations.NullMarked;
