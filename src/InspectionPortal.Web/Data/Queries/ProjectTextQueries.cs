using System.Linq.Expressions;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Queries over the fields of the catalogue. The database reads those columns and no others.</summary>
internal static class ProjectTextQueries
{
    /// <summary>Selects with the texts of the fields, in their order, as the second argument.</summary>
    public static IQueryable<TResult> SelectWithTexts<TResult>(
        this IQueryable<ImprovementProject> projects, IReadOnlyList<ProjectField> fields, Expression<Func<ImprovementProject, string?[], TResult>> selector) =>
        projects.Select(With<TResult>(selector, project => Expression.NewArrayInit(typeof(string), fields.Select(f => Expression.Property(project, f.Name)))));

    /// <summary>Filters by a test of which the second argument is the texts of the fields, one a line.</summary>
    public static IQueryable<ImprovementProject> WhereTexts(
        this IQueryable<ImprovementProject> projects, IReadOnlyList<ProjectField> fields, Expression<Func<ImprovementProject, string, bool>> test) =>
        projects.Where(With<bool>(test, project => fields.Aggregate((Expression)Expression.Constant(""), (line, field) =>
            Concat(Concat(line, Expression.Property(project, field.Name)), Expression.Constant("\n")))));

    private static BinaryExpression Concat(Expression left, Expression right) =>
        Expression.Add(left, right, typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)]));

    private static Expression<Func<ImprovementProject, TResult>> With<TResult>(LambdaExpression query, Func<ParameterExpression, Expression> texts)
    {
        var project = query.Parameters[0];
        return Expression.Lambda<Func<ImprovementProject, TResult>>(new Replacement(query.Parameters[1], texts(project)).Visit(query.Body), project);
    }

    private sealed class Replacement(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
