using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What chief officers answer to the decisions sought, and their comments on single projects.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261130040100_AddDecisionRecords")]
public sealed class AddDecisionRecords : SqlMigration;
