using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Since when a person needs a second step, the newest code they used, and when a passkey was last used.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129050000_AddSecondFactor")]
public sealed class AddSecondFactor : SqlMigration;
