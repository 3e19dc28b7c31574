<?php
function helper()
{
    strlen(1); // want: !call helper -> helper
}
