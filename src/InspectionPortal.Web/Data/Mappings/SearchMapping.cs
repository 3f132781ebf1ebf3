using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace InspectionPortal.Web.Data.Mappings;

/// <summary>What a search looks through. Worked out by the database from the texts of the row.</summary>
internal sealed class SearchMapping :
    IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<ImprovementProject>, IEntityTypeConfiguration<SubAction>,
    IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<Recommendation>, IEntityTypeConfiguration<Inspection>,
    IEntityTypeConfiguration<EvidenceItem>, IEntityTypeConfiguration<UpdateEntry>, IEntityTypeConfiguration<PublishedReport>,
    IEntityTypeConfiguration<PositionStatement>
{
    public void Configure(EntityTypeBuilder<Plan> builder) => Words(builder);

    public void Configure(EntityTypeBuilder<ImprovementProject> builder) => Words(builder);

    public void Configure(EntityTypeBuilder<SubAction> builder) => Words(builder);

    public void Configure(EntityTypeBuilder<Measure> builder) => Words(builder);

    public void Configure(EntityTypeBuilder<Recommendation> builder) => Words(builder);

    public void Configure(EntityTypeBuilder<PositionStatement> builder) => Words(builder);

    public void Configure(EntityTypeBuilder<Inspection> builder) => Words(builder);

    public void Configure(EntityTypeBuilder<EvidenceItem> builder) => Words(builder);

    public void Configure(EntityTypeBuilder<UpdateEntry> builder) => Words(builder);

    public void Configure(EntityTypeBuilder<PublishedReport> builder)
    {
        Words(builder);
        Words(builder, SearchFunctions.MembersWords);
    }

    private static void Words<T>(EntityTypeBuilder<T> builder, string column = SearchFunctions.Words)
        where T : TenantEntity => builder.Property<NpgsqlTsVector?>(column).HasColumnType("tsvector").ValueGeneratedOnAddOrUpdate();
}
