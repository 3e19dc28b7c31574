/* EAN-13 barcodes. From the till software; kept in C because the label printer
 * in the warehouse links the same file. */
#ifndef LEGACY_BARCODE_H
#define LEGACY_BARCODE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define EAN13_LENGTH 13
#define EAN13_MODULES 95

enum ean_status { EAN_OK = 0, EAN_BAD_LENGTH = -1, EAN_BAD_DIGIT = -2, EAN_BAD_CHECK = -3 };

/* The check digit of the first twelve digits, or a negative ean_status. */
int ean13_check_digit(const char *digits);

enum ean_status ean13_validate(const char *code);

/* Builds a code of our own number range from a product number. */
enum ean_status ean13_from_product(unsigned long product, char out[EAN13_LENGTH + 1]);

/* Writes EAN13_MODULES characters '0' and '1' and a terminating zero. */
enum ean_status ean13_modules(const char *code, char out[EAN13_MODULES + 1]);

/* Text of the last error of this process; not thread-safe. */
const char *ean13_last_error(void);

#ifdef __cplusplus
}
#endif

#endif
