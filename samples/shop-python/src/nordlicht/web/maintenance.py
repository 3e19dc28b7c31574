"""Switches of the administrators."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from nordlicht.common.settings import settings
from nordlicht.web.sessions import administrator

router = APIRouter(prefix="/admin", tags=["maintenance"])


class Switches(BaseModel):
    maintenance: bool
    warehouse_enabled: bool


# @trigger http method=PUT path=/admin/switches rps=0.0001
@router.put("/switches")
def switch(body: Switches, who: Annotated[str, Depends(administrator)]) -> Switches:
    """Counts for this process only, and until it is started anew."""
    settings().maintenance = body.maintenance
    settings().warehouse_enabled = body.warehouse_enabled
    return body
