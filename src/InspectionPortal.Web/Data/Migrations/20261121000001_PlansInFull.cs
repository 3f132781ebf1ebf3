using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What real plans hold besides their rows: layout, notes in place of actions, dependencies, return visits.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261121000001_PlansInFull")]
public sealed class PlansInFull : SqlMigration;
