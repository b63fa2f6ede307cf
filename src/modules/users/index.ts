export { UserResponseDto } from './dto/user.dto';
export { EmailTakenError } from './users.errors';
export { UsersModule } from './users.module';
export type { User } from './users.repository';
export { type UserProfile, UsersService } from './users.service';
