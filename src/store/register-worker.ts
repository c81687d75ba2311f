/** The worker in which a register file is read: the desk, and nothing else. */
import { expose } from 'comlink'
import * as z from 'zod/mini'
import { createRegisterDesk } from './register-desk'

// Compiled checks need eval, which the content security policy forbids.
z.config({ jitless: true })

expose(createRegisterDesk())
