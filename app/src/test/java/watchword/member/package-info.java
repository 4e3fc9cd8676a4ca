/// Tests of members' keys and of who may come in.
@NullMarked
package watchword.member;

import org.jspecify.annotations.NullMarked;
