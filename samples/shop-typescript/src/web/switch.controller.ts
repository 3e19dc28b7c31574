import { Body, Controller, Put, UseGuards } from '@nestjs/common';
import { IsBoolean } from 'class-validator';
import { settings } from '@shop/common/settings';
import { AdministratorGuard } from './auth';

class Switches {
  @IsBoolean()
  maintenance: boolean;

  @IsBoolean()
  warehouseEnabled: boolean;
}

/** Switches of the administrators. They count for this process only, and until its end. */
@Controller('admin/switches')
export class SwitchController {
  // @trigger http method=PUT path=/admin/switches rps=0.0001
  @Put()
  @UseGuards(AdministratorGuard)
  set(@Body() switches: Switches): Switches {
    settings.maintenance = switches.maintenance;
    settings.warehouse.enabled = switches.warehouseEnabled;
    return switches;
  }
}
