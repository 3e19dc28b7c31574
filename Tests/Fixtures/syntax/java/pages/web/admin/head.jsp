<%= new shop.Item().name() %> <%-- want: call head_jsp._jspService -> shop.Item.name --%>
