using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Members who decide on reports for a chief officer between two days, and for whom an approval was given.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261201010000_AddApprovalDelegations")]
public sealed class AddApprovalDelegations : SqlMigration;
