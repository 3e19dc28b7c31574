<%@ page language="java" pageEncoding="UTF-8" session="true"
    import="java.util.List,
            shop.Item" %> <%-- want: import shop.Item -> src/shop/Item.java --%>
<%@ page import="shop.Cart" %> <%-- want: import shop.Cart -> src/shop/Cart.java --%>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<html><!-- <b>no code</b> -->
<%@ include file="/admin/head.jsp" %> <%-- want: import /admin/head.jsp -> web/admin/head.jsp for use --%>
<jsp:useBean id="cart" class="shop.Cart" scope="session"/> <%-- want: type cart_jsp._jspService -> shop.Cart --%>
<t:box title="x"> <%-- want: import /WEB-INF/tags/box.tag -> web/WEB-INF/tags/box.tag --%>
<% if (Cart.limit > 2) { %> <%-- want: global-read cart_jsp._jspService -> shop.Cart.limit --%>
  <b><%= cart.first().name() %></b> <%-- want: call cart_jsp._jspService -> shop.Item.name --%>
<% } else {
     Item item = new Item(); // want: call cart_jsp._jspService -> shop.Item
   } %>
</t:box>
<%! int twice(Cart c) { return Cart.limit * 2; } %>
<a href="other.jsp">a link is no use</a>
<jsp:include page="admin/../admin/foot.jsp?x=1"/> <%-- want: import admin/../admin/foot.jsp -> web/admin/foot.jsp for late --%>
<jsp:include page="<%= cart %>"/>
</html>
<%-- want: !import-missing shop.Item --%>
<%-- want: unresolved 0 --%>
