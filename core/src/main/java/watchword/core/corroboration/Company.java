package watchword.core.corroboration;

import watchword.core.report.Channel;

/// So many senders without a proven record, speaking together the same way: what a desk can learn of strangers.
///
/// One by one they cannot be told apart; a hundred who push a lie look like a hundred who saw. How often such company was right, verdicts tell.
///
/// @param size of 1, 2, 3, 4 to 5, 6 to 9, 10 to 19, 20 and more, as 0 to 6
/// @param young whether this is all that came within half an hour of the first report
record Company(Channel channel, boolean supports, int size, boolean young) {

  private static final int[] FROM = {1, 2, 3, 4, 6, 10, 20};

  static Company of(Channel channel, boolean supports, int heads, boolean young) {
    int size = 0;
    while (size + 1 < FROM.length && heads >= FROM[size + 1]) {
      size++;
    }
    return new Company(channel, supports, size, young);
  }
}
