#include "legacy/barcode.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static char last_error[64];

static const char *const left_odd[10] = {"0001101", "0011001", "0010011", "0111101", "0100011",
                                         "0110001", "0101111", "0111011", "0110111", "0001011"};
static const char *const left_even[10] = {"0100111", "0110011", "0011011", "0100001", "0011101",
                                          "0111001", "0000101", "0010001", "0001001", "0010111"};
static const char *const right[10] = {"1110010", "1100110", "1101100", "1000010", "1011100",
                                      "1001110", "1010000", "1000100", "1001000", "1110100"};
/* which of the six left digits use the even code, by first digit */
static const char *const parity[10] = {"OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE",
                                       "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO"};

static enum ean_status fail(enum ean_status status, const char *text)
{
    snprintf(last_error, sizeof last_error, "%s", text);
    return status;
}

int ean13_check_digit(const char *digits)
{
    int i, sum = 0;
    for (i = 0; i < 12; i++) {
        if (!isdigit((unsigned char)digits[i]))
            return fail(EAN_BAD_DIGIT, "not a digit");
        sum += (digits[i] - '0') * (i % 2 ? 3 : 1);
    }
    return (10 - sum % 10) % 10;
}

enum ean_status ean13_validate(const char *code)
{
    int check;
    if (strlen(code) != EAN13_LENGTH)
        return fail(EAN_BAD_LENGTH, "thirteen digits expected");
    check = ean13_check_digit(code);
    if (check < 0)
        return (enum ean_status)check;
    if (code[12] != '0' + check)
        return fail(EAN_BAD_CHECK, "check digit differs");
    return EAN_OK;
}

enum ean_status ean13_from_product(unsigned long product, char out[EAN13_LENGTH + 1])
{
    int check;
    if (product > 999999999UL)
        return fail(EAN_BAD_LENGTH, "product number too large");
    snprintf(out, EAN13_LENGTH, "200%09lu", product);
    check = ean13_check_digit(out);
    out[12] = (char)('0' + check);
    out[13] = '\0';
    return EAN_OK;
}

enum ean_status ean13_modules(const char *code, char out[EAN13_MODULES + 1])
{
    const char *pattern;
    int i;
    enum ean_status status = ean13_validate(code);
    if (status != EAN_OK)
        return status;
    pattern = parity[code[0] - '0'];
    strcpy(out, "101");
    for (i = 1; i <= 6; i++)
        strcat(out, pattern[i - 1] == 'O' ? left_odd[code[i] - '0'] : left_even[code[i] - '0']);
    strcat(out, "01010");
    for (i = 7; i <= 12; i++)
        strcat(out, right[code[i] - '0']);
    strcat(out, "101");
    return EAN_OK;
}

const char *ean13_last_error(void) { return last_error; }
