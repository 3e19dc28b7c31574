#pragma once
#include <drogon/HttpController.h>

// want: http -> Orders::list method=GET path=/orders rule=cpp.drogon.method
// want: !http -> Orders::plain
// want: total 1
class Orders : public drogon::HttpController<Orders> {
 public:
  METHOD_LIST_BEGIN
  ADD_METHOD_TO(Orders::list, "/orders", Get);
  METHOD_LIST_END
  void list() {}
  void plain() {}
};
