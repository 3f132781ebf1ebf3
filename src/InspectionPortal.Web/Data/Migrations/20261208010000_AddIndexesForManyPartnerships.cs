using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Indexes for pages that look among the rows of all partnerships.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261208010000_AddIndexesForManyPartnerships")]
public sealed class AddIndexesForManyPartnerships : SqlMigration;
