# The own profile, and who may be let in to it.

## Profile access
profile-access-title = Profile access
profile-access-about = With profile access a person signs in and sees only their own training profile. They can change nothing. Being placed at a site never gives access.
profile-access-switch = Allow employee to view their profile
profile-access-off = Off. Switching it on sends an invitation by e-mail
profile-access-pending = Invited on { $date }. Not accepted yet, the link holds until { $until }
profile-access-bounced = The invitation came back. Switch it off, correct the address, then switch it on again
profile-access-lapsed = The invitation ran out on { $date }. Switching it on sends a new one
profile-access-active = Accepted on { $date }. This person can see their own profile
profile-access-revoked = Access was withdrawn. Switching it on gives it back
profile-access-no-email = An e-mail address is required for the employee. Add one first
profile-access-contractor = This person is a subcontractor. Only employees can be given access to their profile
profile-access-user = This person is already a user and sees their own profile without it. Their access is managed under accounts
profile-access-elsewhere = You cannot give profile access in this division. Choose another division, or leave the switch off
profile-access-link = Show the link to hand it over
profile-access-to-accounts = Go to accounts
profile-access-invited = Invitation sent
profile-access-again = Access given back
profile-access-ended = Access withdrawn
profile-access-taken-login = This address belongs to another account. Use another address, or contact whoever runs Gatepass
profile-access-taken-person = This address belongs to the record of another person. Use another address, or correct that record
profile-access-change-email = Change the address
profile-access-other-record = Open that record
profile-access-mail-hello = Hello { $name },
profile-access-mail-ended-subject = Your profile at { $organisation }
profile-access-mail-ended = { $organisation } has withdrawn your access to your training profile. The records themselves are kept.
profile-access-mail-again-subject = You can see your profile at { $organisation } again
profile-access-mail-again = { $organisation } lets you see your training profile again. Sign in with the password you chose before.
profile-access-mail-open = Open my profile
profile-access-mail-footer = You get this because { $organisation } keeps a training profile for you.

## My profile
profile-title = My profile
profile-about-employee = Employee of { $organisation }
profile-about-contractor = Contractor for { $organisation }
profile-view-only = This page is only for looking. If something is wrong, tell the office.
profile-who = About me
profile-job-role = Job role
profile-company = Company
profile-manager = Line manager
profile-email = E-mail
profile-phone = Telephone
profile-number = Personnel number
profile-work-base = Work base
profile-start = First day
profile-end = Last day
profile-sites = My sites
profile-no-sites = You are not placed at a site yet.
profile-records = Training records
profile-records-words = Courses I did, and until when they hold
profile-to-training = See my training
profile-evidence = Look and add
profile-download = Download my training report
profile-nobody = There is no profile for this account
profile-nobody-words = This account belongs to nobody in the register of this organisation. The office can add you as a person.
profile-home = Go to the start page
