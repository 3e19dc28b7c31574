<i>foot</i> <%-- want: external 1 --%>
