#include "legacy/pricefile.h"

#include <stdlib.h>
#include <string.h>

static void trim(char *text)
{
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        text[--length] = '\0';
}

int price_parse_line(const char *line, struct price_record *out)
{
    char amount[11];
    char *end;
    if (strlen(line) < 25)
        return -1;
    memcpy(out->article, line, 12);
    out->article[12] = '\0';
    trim(out->article);
    memcpy(amount, line + 12, 10);
    amount[10] = '\0';
    out->cents = strtol(amount, &end, 10);
    if (*end != '\0' || out->cents <= 0)
        return -1;
    memcpy(out->currency, line + 22, 3);
    out->currency[3] = '\0';
    return out->article[0] == '\0' ? -1 : 0;
}

int price_read_stream(FILE *stream, price_callback callback, void *context,
                      struct price_file_stats *stats)
{
    char line[128];
    struct price_record record;
    int rc = 0;
    stats->records = stats->skipped = 0;
    while (rc == 0 && fgets(line, sizeof line, stream) != NULL) {
        if (line[0] == '*')
            continue;
        if (price_parse_line(line, &record) != 0) {
            stats->skipped++;
            continue;
        }
        stats->records++;
        rc = callback(&record, context);
    }
    return rc;
}
