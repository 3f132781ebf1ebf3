using System.Linq.Expressions;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Identity.Feeds;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace InspectionPortal.Web.Data;

/// <summary>The one place that knows every entity. Tenant entities are filtered here and again, harder, by PostgreSQL.</summary>
public sealed class PortalDbContext : IdentityUserContext<
    PortalUser, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, PortalPasskey>
{
    /// <summary>Name of the query filter of every tenant entity.</summary>
    public const string TenantFilter = "Tenant";

    private readonly TenantScope _scope;

    public PortalDbContext(DbContextOptions<PortalDbContext> options, TenantScope scope)
        : base(options)
    {
        _scope = scope;

        // Before EF looks at the keys of a new row, so that what points at it points within the same partnership.
        ChangeTracker.Tracking += (_, tracking) =>
        {
            if (!tracking.FromQuery && tracking.Entry.Entity is ITenantScoped { TenantId: 0 } row && _scope.TenantId is { } tenant)
            {
                row.TenantId = tenant;
            }
        };

        // EF had marked the key as unknown before it asked; saying it again through the entry takes the mark away.
        ChangeTracker.Tracked += (_, tracked) =>
        {
            if (!tracked.FromQuery && tracked.Entry is { State: EntityState.Added, Entity: ITenantScoped { TenantId: not 0 } row })
            {
                tracked.Entry.Property(nameof(ITenantScoped.TenantId)).CurrentValue = row.TenantId;
            }
        };
    }

    /// <summary>The partnership of this unit of work; null matches no row.</summary>
    public int? CurrentTenantId => _scope.TenantId;

    public DbSet<Partnership> Partnerships => Set<Partnership>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<LeadResponsibility> LeadResponsibilities => Set<LeadResponsibility>();
    public DbSet<ResponsibilityHolder> ResponsibilityHolders => Set<ResponsibilityHolder>();
    public DbSet<Inspection> Inspections => Set<Inspection>();
    public DbSet<InspectionBody> InspectionBodies => Set<InspectionBody>();
    public DbSet<InspectionQuestion> InspectionQuestions => Set<InspectionQuestion>();
    public DbSet<Grading> Gradings => Set<Grading>();
    public DbSet<KeyStrength> KeyStrengths => Set<KeyStrength>();
    public DbSet<ProgressReview> ProgressReviews => Set<ProgressReview>();
    public DbSet<ReviewBody> ReviewBodies => Set<ReviewBody>();
    public DbSet<ReviewFinding> ReviewFindings => Set<ReviewFinding>();
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();
    public DbSet<RecommendationLink> RecommendationLinks => Set<RecommendationLink>();
    public DbSet<ScrutinyRequest> ScrutinyRequests => Set<ScrutinyRequest>();
    public DbSet<PositionStatement> PositionStatements => Set<PositionStatement>();
    public DbSet<RecommendationDecision> RecommendationDecisions => Set<RecommendationDecision>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanSection> PlanSections => Set<PlanSection>();
    public DbSet<ExternalPlan> ExternalPlans => Set<ExternalPlan>();
    public DbSet<PlanInspection> PlanInspections => Set<PlanInspection>();
    public DbSet<StretchAim> StretchAims => Set<StretchAim>();
    public DbSet<KeyDriver> KeyDrivers => Set<KeyDriver>();
    public DbSet<ImprovementProject> Projects => Set<ImprovementProject>();
    public DbSet<ProjectLead> ProjectLeads => Set<ProjectLead>();
    public DbSet<DeadlineSlip> DeadlineSlips => Set<DeadlineSlip>();
    public DbSet<SubAction> SubActions => Set<SubAction>();
    public DbSet<SubActionOwner> SubActionOwners => Set<SubActionOwner>();
    public DbSet<CategoryNote> CategoryNotes => Set<CategoryNote>();
    public DbSet<DependsOn> DependsOn => Set<DependsOn>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<MeasureTarget> MeasureTargets => Set<MeasureTarget>();
    public DbSet<DataPoint> DataPoints => Set<DataPoint>();
    public DbSet<PlanImport> PlanImports => Set<PlanImport>();
    public DbSet<MeasureUse> MeasureUses => Set<MeasureUse>();
    public DbSet<MeasurePhase> MeasurePhases => Set<MeasurePhase>();
    public DbSet<MeasureAnnotation> MeasureAnnotations => Set<MeasureAnnotation>();
    public DbSet<PointCorrection> PointCorrections => Set<PointCorrection>();
    public DbSet<TestOfChange> TestsOfChange => Set<TestOfChange>();
    public DbSet<SignalAnswer> SignalAnswers => Set<SignalAnswer>();
    public DbSet<UpdateFigure> UpdateFigures => Set<UpdateFigure>();
    public DbSet<ReportingPeriod> ReportingPeriods => Set<ReportingPeriod>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<NotificationPreference> NotificationPreferences => Set<NotificationPreference>();
    public DbSet<UpdateComment> UpdateComments => Set<UpdateComment>();
    public DbSet<AutosavedUpdate> AutosavedUpdates => Set<AutosavedUpdate>();
    public DbSet<ReportingCalendar> ReportingCalendars => Set<ReportingCalendar>();
    public DbSet<UpdateReminder> UpdateReminders => Set<UpdateReminder>();
    public DbSet<ProgressUpdate> ProgressUpdates => Set<ProgressUpdate>();
    public DbSet<UpdateEntry> UpdateEntries => Set<UpdateEntry>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<Approval> Approvals => Set<Approval>();
    public DbSet<PublishedReport> PublishedReports => Set<PublishedReport>();

    public DbSet<ReportWithholding> ReportWithholdings => Set<ReportWithholding>();
    public DbSet<ReportDraft> ReportDrafts => Set<ReportDraft>();
    public DbSet<PublicPage> PublicPages => Set<PublicPage>();
    public DbSet<DecisionRecord> DecisionRecords => Set<DecisionRecord>();
    public DbSet<ReturnComment> ReturnComments => Set<ReturnComment>();
    public DbSet<SigningAgency> SigningAgencies => Set<SigningAgency>();
    public DbSet<ApprovalDelegation> ApprovalDelegations => Set<ApprovalDelegation>();
    public DbSet<Signatory> Signatories => Set<Signatory>();
    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();
    public DbSet<EvidenceVersion> EvidenceVersions => Set<EvidenceVersion>();
    public DbSet<EvidenceLink> EvidenceLinks => Set<EvidenceLink>();
    public DbSet<StagedFile> StagedFiles => Set<StagedFile>();
    public DbSet<ScrutinyBody> ScrutinyBodies => Set<ScrutinyBody>();
    public DbSet<LinkOfficer> LinkOfficers => Set<LinkOfficer>();
    public DbSet<ScrutinyGrant> ScrutinyGrants => Set<ScrutinyGrant>();
    public DbSet<AccessEntry> AccessEntries => Set<AccessEntry>();
    public DbSet<PartnershipJob> PartnershipJobs => Set<PartnershipJob>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditLink> AuditLinks => Set<AuditLink>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<PlatformAuditEntry> PlatformAuditEntries => Set<PlatformAuditEntry>();
    public DbSet<SignInFailure> SignInFailures => Set<SignInFailure>();
    public DbSet<UserSession> UserSessions => Set<UserSession>();
    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();
    public DbSet<PageRevision> PageRevisions => Set<PageRevision>();
    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Conventions.Add(_ => new PortalNamingConvention());
        configurationBuilder.Properties<Deadline>().HaveConversion<DeadlineConverter>().HaveColumnType("jsonb");

        // So that a query may say "no deadline" where it puts sets together.
        configurationBuilder.DefaultTypeMapping<Deadline>().HasConversion<DeadlineConverter>().HasColumnType("jsonb");
        configurationBuilder.Properties<SourceNote>().HaveConversion<JsonColumnConverter<SourceNote>, JsonColumnComparer<SourceNote>>().HaveColumnType("jsonb");
        configurationBuilder.Properties<Vocabulary>().HaveConversion<JsonColumnConverter<Vocabulary>, JsonColumnComparer<Vocabulary>>().HaveColumnType("jsonb");
        configurationBuilder.Properties<PlanLayout>().HaveConversion<JsonColumnConverter<PlanLayout>, JsonColumnComparer<PlanLayout>>().HaveColumnType("jsonb");
        configurationBuilder.Properties<List<Rating>>().HaveConversion<JsonColumnConverter<List<Rating>>, JsonColumnComparer<List<Rating>>>().HaveColumnType("jsonb");
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        SearchFunctions.Map(builder);
        builder.Entity<Partnership>(p =>
        {
            p.Property(x => x.Version).IsRowVersion();
            p.HasIndex(x => x.Slug).IsUnique();
            p.HasIndex(x => new { x.Name, x.Id });
            p.HasOne<PortalUser>().WithMany().HasForeignKey(x => x.FirstLeadUserId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<PortalUser>().HasIndex(u => new { u.DisplayName, u.Id });
        builder.Entity<SignInFailure>().HasIndex(f => new { f.Key, f.At });

        foreach (var entity in builder.Model.GetEntityTypes().ToList())
        {
            StoreEnumsAsText(entity);
            if (typeof(ITenantScoped).IsAssignableFrom(entity.ClrType))
            {
                ScopeToTenant(builder, entity.ClrType);
            }
        }
    }

    private static void StoreEnumsAsText(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum))
        {
            property.SetProviderClrType(typeof(string));
            property.SetMaxLength(40);
        }
    }

    private void ScopeToTenant(ModelBuilder builder, Type type)
    {
        var entity = builder.Entity(type);
        entity.HasKey(nameof(ITenantScoped.TenantId), nameof(ITenantScoped.Id));
        entity.Property(nameof(ITenantScoped.TenantId)).ValueGeneratedNever();
        entity.Property(nameof(ITenantScoped.Id)).ValueGeneratedNever();
        entity.Property(nameof(TenantEntity.Version)).IsRowVersion();
        entity.HasOne(typeof(Partnership)).WithMany().HasForeignKey(nameof(ITenantScoped.TenantId)).OnDelete(DeleteBehavior.Restrict);

        var row = Expression.Parameter(type, "row");
        var own = Expression.Equal(
            Expression.Convert(Expression.Property(row, nameof(ITenantScoped.TenantId)), typeof(int?)),
            Expression.Property(Expression.Constant(this), nameof(CurrentTenantId)));
        entity.HasQueryFilter(TenantFilter, Expression.Lambda(own, row));
    }
}
