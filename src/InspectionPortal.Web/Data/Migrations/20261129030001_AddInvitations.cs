using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Invitations that wait for the person's own mailbox, and who may approve a quarter.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129030001_AddInvitations")]
public sealed class AddInvitations : SqlMigration;
