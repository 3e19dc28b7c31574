package shop;

import org.apache.ibatis.session.SqlSession;

class Archive {
  private SqlSession session;
  private Helper helper;

  void move(long id) {
    session.selectOne("shop.OrderMapper.find", id); // want: table read orders in shop.Archive.move
    helper.run("shop.OrderMapper.remove", id); // want: table write orders in shop.Archive.move
    helper.run("shop.OrderMapper.unknown", id);
    helper.run("find", id);
  }
}

class Helper {
  void run(String statement, long id) {}
}
// want: !table write orders in shop.Helper.run
