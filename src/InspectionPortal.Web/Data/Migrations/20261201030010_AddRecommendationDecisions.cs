using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Whether recommendations were met, and which report says so.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261201030010_AddRecommendationDecisions")]
public sealed class AddRecommendationDecisions : SqlMigration;
