using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Which agencies must have signed a report, and for which agency a chief officer signs.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261130040200_AddSigningAgencies")]
public sealed class AddSigningAgencies : SqlMigration;
