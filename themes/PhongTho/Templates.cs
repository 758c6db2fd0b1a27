using System.Collections.Frozen;
using System.Reflection;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using RazorSlices;

namespace PhongTho.Theme;

/// <summary>Which slice shows which model. Read once from the compiled slices of <c>Pages/</c> and <c>Blocks/</c>.</summary>
internal sealed class Templates
{
    private const string Pages = "PhongTho.Theme.Pages";
    private const string Blocks = "PhongTho.Theme.Blocks";

    private readonly FrozenDictionary<Type, Func<SitePage, RazorSlice>> _pages;
    private readonly FrozenDictionary<Type, Func<Block, References, RazorSlice>> _blocks;

    private Templates(Assembly assembly)
    {
        var pages = new Dictionary<Type, Func<SitePage, RazorSlice>>();
        var blocks = new Dictionary<Type, Func<Block, References, RazorSlice>>();
        foreach (var slice in assembly.GetExportedTypes().Where(static type => IsIn(type, Pages) || IsIn(type, Blocks)))
        {
            if (ModelOf(slice) is not { } model)
            {
                continue;
            }

            if (model.IsSubclassOf(typeof(SitePage)))
            {
                pages.Add(model, Bound<Func<SitePage, RazorSlice>>(nameof(PageOf), slice, model));
            }
            else if (model.IsGenericType && model.GetGenericTypeDefinition() == typeof(BlockView<>))
            {
                var block = model.GetGenericArguments()[0];
                blocks.Add(block, Bound<Func<Block, References, RazorSlice>>(nameof(BlockOf), slice, block));
            }
        }

        (_pages, _blocks) = (pages.ToFrozenDictionary(), blocks.ToFrozenDictionary());
    }

    public static Templates OfThisTheme { get; } = new(typeof(Templates).Assembly);

    public bool HasPage(Type page) => _pages.ContainsKey(page);

    public bool HasBlock(Type block) => _blocks.ContainsKey(block);

    public RazorSlice Page(SitePage page) => _pages.TryGetValue(page.GetType(), out var create)
        ? create(page)
        : throw new InvalidOperationException($"The theme has no template for {page.GetType()}");

    public RazorSlice Block(Block block, References refs) => _blocks.TryGetValue(block.GetType(), out var create)
        ? create(block, refs)
        : throw new InvalidOperationException($"The theme has no template for {block.GetType()}");

    private static bool IsIn(Type type, string folder) =>
        type.Namespace is { } name && (name == folder || name.StartsWith(folder + ".", StringComparison.Ordinal));

    private static Type? ModelOf(Type slice) => slice.GetInterfaces()
        .FirstOrDefault(static face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRazorSliceProxy<>))?
        .GetGenericArguments()[0];

    private static TDelegate Bound<TDelegate>(string method, Type slice, Type model)
        where TDelegate : Delegate =>
        typeof(Templates).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(slice, model).CreateDelegate<TDelegate>();

    private static RazorSlice<TPage> PageOf<TSlice, TPage>(SitePage page)
        where TSlice : IRazorSliceProxy<TPage>
        where TPage : SitePage => TSlice.CreateSlice((TPage)page);

    private static RazorSlice<BlockView<TBlock>> BlockOf<TSlice, TBlock>(Block block, References refs)
        where TSlice : IRazorSliceProxy<BlockView<TBlock>>
        where TBlock : Block => TSlice.CreateSlice(new BlockView<TBlock>((TBlock)block, refs));
}
