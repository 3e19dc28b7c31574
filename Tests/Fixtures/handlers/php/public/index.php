<?php
function main() { echo "shop"; }
main();
