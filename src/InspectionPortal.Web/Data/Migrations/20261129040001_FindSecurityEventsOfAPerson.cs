using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>An index for what the security log has about one person, such as their last sign-in.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129040001_FindSecurityEventsOfAPerson")]
public sealed class FindSecurityEventsOfAPerson : SqlMigration;
