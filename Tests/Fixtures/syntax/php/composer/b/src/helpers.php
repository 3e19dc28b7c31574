<?php
function helper()
{
}
