import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import {
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  PageQueryDto,
  Roles,
  UuidParam,
} from '../../common/http';
import { UpdateUserDto, UserResponseDto } from './dto/user.dto';
import { UsersService } from './users.service';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'List the people of your company, oldest first' })
  @ApiPage(UserResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<UserResponseDto>> {
    return pageDto(await this.users.list(actor.companyId, query), (user) =>
      UserResponseDto.from(user),
    );
  }

  @Patch(':user_id')
  @Roles('admin')
  @ApiOperation({
    summary: 'Rename, move or deactivate a person of your company',
    description:
      'The owner’s role and access are changed by nobody else, and nobody takes their own right to administer away. ' +
      'What is assigned to somebody is nobody’s once they are deactivated, or once they do not see its job in their new role.',
  })
  @ApiOkResponse({ type: UserResponseDto })
  @ApiForbiddenResponse({
    type: ProblemDto,
    description: '`forbidden`, `owner_protected` or `own_admin_right`',
  })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`user_not_found`' })
  async update(
    @CurrentActor() actor: Actor,
    @UuidParam('user_id', 'user') userId: string,
    @Body() body: UpdateUserDto,
  ): Promise<UserResponseDto> {
    const user = await this.users.update(actor, userId, {
      fullName: body.full_name,
      role: body.role,
      isActive: body.is_active,
    });
    return UserResponseDto.from(user);
  }
}
