<i>foot</i>
