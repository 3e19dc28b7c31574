/* Fixed-width price files of the wholesaler (format of 2004, still delivered weekly):
 *   columns  1-12  article number, right-padded with blanks
 *   columns 13-22  price in cents, right-aligned
 *   columns 23-25  currency
 * Lines that start with '*' are comments. */
#ifndef LEGACY_PRICEFILE_H
#define LEGACY_PRICEFILE_H

#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

struct price_record {
    char article[13];
    long cents;
    char currency[4];
};

/* Called for every record; a non-zero result stops the reading. */
typedef int (*price_callback)(const struct price_record *record, void *context);

struct price_file_stats {
    int records;
    int skipped;
};

int price_parse_line(const char *line, struct price_record *out);
int price_read_stream(FILE *stream, price_callback callback, void *context,
                      struct price_file_stats *stats);

#ifdef __cplusplus
}
#endif

#endif
