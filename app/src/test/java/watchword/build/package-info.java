/// Tests of what stands around the code: documents, notices, the commands of the README.
@NullMarked
package watchword.build;

import org.jspecify.annotations.NullMarked;
