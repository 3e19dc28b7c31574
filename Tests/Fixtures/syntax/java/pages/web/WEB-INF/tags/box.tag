<%@ tag import="shop.Cart" %> <%-- want: import shop.Cart -> src/shop/Cart.java --%>
