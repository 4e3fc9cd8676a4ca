/// A stranger's picture in, plain pixels out.
///
/// The bytes are decoded by a child process ([Decoder]) with little memory and little time; what comes back is a width, a height
/// and colours, which [Darkroom] writes as a JPEG of its own. No byte of the stranger's reaches a browser, and a child that was taken over can show another picture at most.
@NullMarked
package watchword.picture;

import org.jspecify.annotations.NullMarked;
