/// Other ways to merge, each run in a process of its own on the files the product gets.
///
/// A file of rows enters; one file of clusters for each setting of a way leaves. Knows nothing of Watchword's code and never reads a truth column.
@NullMarked
package watchword.bench.peers;

import org.jspecify.annotations.NullMarked;
