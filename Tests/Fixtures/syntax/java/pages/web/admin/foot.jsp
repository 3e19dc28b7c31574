<i>foot</i> <%-- want: external 0 --%>
