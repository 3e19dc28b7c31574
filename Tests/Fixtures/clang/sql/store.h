#pragma once
#define FIND_ORDERS "SELECT * FROM Orders WHERE id = ?"
