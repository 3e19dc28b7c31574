import {
  Controller,
  Get,
  Header,
  NotFoundException,
  Param,
  ParseIntPipe,
  Post,
  Query,
  StreamableFile,
  UploadedFile,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { AdministratorGuard } from '@shop/web/auth';
import { PicturesService } from './pictures.service';

@Controller()
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  // @trigger http method=POST path="/admin/products/:id/pictures" rps=0.002
  @Post('admin/products/:id/pictures')
  @UseGuards(AdministratorGuard)
  @UseInterceptors(FileInterceptor('picture'))
  async upload(
    @Param('id', ParseIntPipe) id: number,
    @UploadedFile() picture: Express.Multer.File,
  ): Promise<{ key: string }> {
    return { key: await this.pictures.accept(id, picture.buffer) };
  }

  // @trigger http method=GET path="/pictures/:variant" rps=8 peak_rps=60
  @Get('pictures/:variant')
  @Header('Cache-Control', 'max-age=86400')
  async picture(
    @Param('variant') variant: string,
    @Query('key') key: string,
  ): Promise<StreamableFile> {
    const body = await this.pictures.thumbnail(key, variant);
    if (!body) throw new NotFoundException();
    return new StreamableFile(body, { type: 'image/jpeg' });
  }
}
