//! What Dask and NumPy have, by name: where rdask lacks one, the message says so instead of calling it a slip.
//!
//! The names are those of dask 2026.8.0 and NumPy 2.4.6 (`dir()` of each module and class).

/// Whose name this is (`Dask`, `NumPy`), if the module or class of that qualified name has it there.
pub fn elsewhere(owner: &str, name: &str) -> Option<&'static str> {
    let (_, whose, names) = NAMES.iter().find(|(known, _, _)| *known == owner)?;
    names.split_ascii_whitespace().any(|known| known == name).then_some(*whose)
}

/// The module or class, whose it is, and the names it has.
#[rustfmt::skip]
const NAMES: &[(&str, &str, &str)] = &[
    ("dask.array", "Dask", "
        ARRAY_EXPR_ENABLED Array PerformanceWarning abs absolute add all allclose angle any append
        apply_along_axis apply_gufunc apply_over_axes arange arccos arccosh arcsin arcsinh arctan arctan2
        arctanh argmax argmin argtopk argwhere around array array_expr_enabled as_gufunc asanyarray asarray
        assert_eq atleast_1d atleast_2d atleast_3d atop average bincount bitwise_and bitwise_not bitwise_or
        bitwise_xor block blockwise bool broadcast_arrays broadcast_to cbrt ceil choose clip coarsen complex128
        complex64 compress compute concatenate conj copysign corrcoef cos cosh count_nonzero cov cumprod cumsum
        deg2rad degrees delete diag diagonal diff digitize divide divmod dot dstack e ediff1d einsum empty
        empty_like equal euler_gamma exp exp2 expand_dims expm1 extract eye fabs fix flatnonzero flip fliplr
        flipud float32 float64 float_power floor floor_divide fmax fmin fmod frexp from_array from_delayed
        from_npy_stack from_tiledb from_zarr fromfunction frompyfunc full full_like gradient greater
        greater_equal gufunc histogram histogram2d histogramdd hstack hypot i0 imag indices inf insert int16
        int32 int64 int8 invert isclose iscomplex isfinite isin isinf isnan isneginf isnull isposinf isreal
        ldexp left_shift less less_equal linspace log log10 log1p log2 logaddexp logaddexp2 logical_and
        logical_not logical_or logical_xor ma map_blocks map_overlap matmul max maximum mean median meshgrid min
        minimum mod modf moment moveaxis multiply nan nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax
        nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar ndim negative newaxis
        nextafter nonzero not_equal notnull ones ones_like optimize outer pad percentile pi piecewise positive
        power prod ptp push quantile rad2deg radians ravel ravel_multi_index real rechunk reciprocal reduction
        register_chunk_type remainder repeat reshape reshape_blockwise result_type right_shift rint roll
        rollaxis rot90 round searchsorted select shape shuffle sign signbit sin sinc sinh spacing sqrt square
        squeeze stack std store subtract sum swapaxes take tan tanh tensordot tile to_hdf5 to_npy_stack
        to_tiledb to_zarr topk trace transpose tri tril tril_indices tril_indices_from triu triu_indices
        triu_indices_from true_divide trunc uint16 uint32 uint64 uint8 unify_chunks union1d unique unravel_index
        var vdot vstack where zeros zeros_like"),
    ("dask.array.Array", "Dask", "
        A T all any argmax argmin argtopk astype blocks choose chunks chunksize clip compute compute_chunk_sizes
        conj copy cumprod cumsum dask dot dtype flatten imag itemsize map_blocks map_overlap max mean min moment
        name nbytes ndim nonzero npartitions numblocks partitions persist prod ravel real rechunk repeat reshape
        round shape shuffle size squeeze std store sum swapaxes to_backend to_dask_dataframe to_delayed to_hdf5
        to_svg to_tiledb to_zarr topk trace transpose var view vindex visualize"),
    ("dask.array.random", "Dask", "
        Array Generator HighLevelGraph Integral Lock RandomState Task TaskRef annotations arange
        array_creation_dispatch asarray asarray_safe beta binomial broadcast_shapes broadcast_to chain chisquare
        choice default_rng derived_from exponential f gamma geometric getitem gumbel hypergeometric laplace
        logistic lognormal logseries multinomial negative_binomial noncentral_chisquare noncentral_f normal
        normalize_chunks pareto parse_input permutation poisson power product randint random random_integers
        random_sample random_state_data rayleigh seed slices_from_chunks standard_cauchy standard_exponential
        standard_gamma standard_normal standard_t tokenize triangular typename uniform vonmises wald weibull
        zipf"),
    ("dask.array.random.Generator", "Dask", "
        beta binomial chisquare choice exponential f gamma geometric gumbel hypergeometric integers laplace
        logistic lognormal logseries multinomial multivariate_hypergeometric negative_binomial
        noncentral_chisquare noncentral_f normal pareto permutation poisson power random rayleigh
        standard_cauchy standard_exponential standard_gamma standard_normal standard_t triangular uniform
        vonmises wald weibull zipf"),
    ("dask.array.random.RandomState", "Dask", "
        beta binomial chisquare choice exponential f gamma geometric gumbel hypergeometric laplace logistic
        lognormal logseries multinomial negative_binomial noncentral_chisquare noncentral_f normal pareto
        permutation poisson power randint random random_integers random_sample rayleigh seed standard_cauchy
        standard_exponential standard_gamma standard_normal standard_t tomaxint triangular uniform vonmises wald
        weibull zipf"),
    ("dask", "Dask", "
        Expr HLGExpr LLGExpr SingletonExpr annotate annotations bag compute dataframe delayed diagnostics
        distributed get get_annotations is_dask_collection istask optimize persist visualize"),
    ("numpy", "NumPy", "
        False_ ScalarType True_ abs absolute acos acosh add all allclose amax amin angle any append
        apply_along_axis apply_over_axes arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax
        argmin argpartition argsort argwhere around array array2string array_equal array_equiv array_repr
        array_split array_str asanyarray asarray asarray_chkfinite ascontiguousarray asfortranarray asin asinh
        asmatrix astype atan atan2 atanh atleast_1d atleast_2d atleast_3d average bartlett base_repr binary_repr
        bincount bitwise_and bitwise_count bitwise_invert bitwise_left_shift bitwise_not bitwise_or
        bitwise_right_shift bitwise_xor blackman block bmat bool bool_ broadcast broadcast_arrays
        broadcast_shapes broadcast_to busday_count busday_offset busdaycalendar byte bytes_ c_ can_cast cbrt
        cdouble ceil character choose clip clongdouble column_stack common_type complex128 complex256 complex64
        complexfloating compress concat concatenate conj conjugate convolve copy copysign copyto corrcoef
        correlate cos cosh count_nonzero cov cross csingle cumprod cumsum cumulative_prod cumulative_sum
        datetime64 datetime_as_string datetime_data deg2rad degrees delete diag diag_indices diag_indices_from
        diagflat diagonal diff digitize divide divmod dot double dsplit dstack dtype e ediff1d einsum
        einsum_path empty empty_like equal errstate euler_gamma exp exp2 expand_dims expm1 extract eye fabs
        fill_diagonal finfo fix flatiter flatnonzero flexible flip fliplr flipud float128 float16 float32
        float64 float_power floating floor floor_divide fmax fmin fmod format_float_positional
        format_float_scientific frexp from_dlpack frombuffer fromfile fromfunction fromiter frompyfunc fromregex
        fromstring full full_like gcd generic genfromtxt geomspace get_include get_printoptions getbufsize
        geterr geterrcall gradient greater greater_equal half hamming hanning heaviside histogram histogram2d
        histogram_bin_edges histogramdd hsplit hstack hypot i0 identity iinfo imag index_exp indices inexact inf
        info inner insert int16 int32 int64 int8 int_ intc integer interp intersect1d intp invert is_busday
        isclose iscomplex iscomplexobj isdtype isfinite isfortran isin isinf isnan isnat isneginf isposinf
        isreal isrealobj isscalar issubdtype iterable ix_ kaiser kron lcm ldexp left_shift less less_equal
        lexsort linspace little_endian load loadtxt log log10 log1p log2 logaddexp logaddexp2 logical_and
        logical_not logical_or logical_xor logspace long longdouble longlong ma mask_indices matmul matrix
        matrix_transpose matvec max maximum may_share_memory mean median memmap meshgrid mgrid min
        min_scalar_type minimum mintypecode mod modf moveaxis multiply nan nan_to_num nanargmax nanargmin
        nancumprod nancumsum nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum
        nanvar ndarray ndenumerate ndim ndindex nditer negative nested_iters newaxis nextafter nonzero not_equal
        number object_ ogrid ones ones_like outer packbits pad partition percentile permute_dims pi piecewise
        place poly poly1d polyadd polyder polydiv polyfit polyint polymul polysub polyval positive pow power
        printoptions prod promote_types ptp put put_along_axis putmask quantile r_ rad2deg radians ravel
        ravel_multi_index real real_if_close recarray reciprocal record remainder repeat require reshape resize
        result_type right_shift rint roll rollaxis roots rot90 round row_stack s_ save savetxt savez
        savez_compressed sctypeDict searchsorted select set_printoptions setbufsize setdiff1d seterr seterrcall
        setxor1d shape shares_memory short show_config show_runtime sign signbit signedinteger sin sinc single
        sinh size sort sort_complex spacing split sqrt square squeeze stack std str_ subtract sum swapaxes take
        take_along_axis tan tanh tensordot test tile timedelta64 trace transpose trapezoid tri tril tril_indices
        tril_indices_from trim_zeros triu triu_indices triu_indices_from true_divide trunc typecodes typename
        ubyte ufunc uint uint16 uint32 uint64 uint8 uintc uintp ulong ulonglong union1d unique unique_all
        unique_counts unique_inverse unique_values unpackbits unravel_index unsignedinteger unstack unwrap
        ushort vander var vdot vecdot vecmat vectorize void vsplit vstack where zeros zeros_like"),
    ("numpy.ndarray", "NumPy", "
        T all any argmax argmin argpartition argsort astype base byteswap choose clip compress conj conjugate
        copy ctypes cumprod cumsum data device diagonal dot dtype dump dumps fill flags flat flatten getfield
        imag item itemsize mT max mean min nbytes ndim nonzero partition prod put ravel real repeat reshape
        resize round searchsorted setfield setflags shape size sort squeeze std strides sum swapaxes take
        to_device tobytes tofile tolist trace transpose var view"),
    ("numpy.linalg", "NumPy", "
        LinAlgError cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq matmul matrix_norm
        matrix_power matrix_rank matrix_transpose multi_dot norm outer pinv qr slogdet solve svd svdvals
        tensordot tensorinv tensorsolve test trace vecdot vector_norm"),
    ("numpy.random", "NumPy", "
        BitGenerator Generator MT19937 PCG64 PCG64DXSM Philox RandomState SFC64 SeedSequence beta binomial bytes
        chisquare choice default_rng dirichlet exponential f gamma geometric get_bit_generator get_state gumbel
        hypergeometric laplace logistic lognormal logseries multinomial multivariate_normal negative_binomial
        noncentral_chisquare noncentral_f normal pareto permutation poisson power rand randint randn random
        random_integers random_sample ranf rayleigh sample seed set_bit_generator set_state shuffle
        standard_cauchy standard_exponential standard_gamma standard_normal standard_t test triangular uniform
        vonmises wald weibull zipf"),
    ("numpy.random.Generator", "NumPy", "
        beta binomial bit_generator bytes chisquare choice dirichlet exponential f gamma geometric gumbel
        hypergeometric integers laplace logistic lognormal logseries multinomial multivariate_hypergeometric
        multivariate_normal negative_binomial noncentral_chisquare noncentral_f normal pareto permutation
        permuted poisson power random rayleigh shuffle spawn standard_cauchy standard_exponential standard_gamma
        standard_normal standard_t triangular uniform vonmises wald weibull zipf"),
    ("numpy.random.RandomState", "NumPy", "
        beta binomial bytes chisquare choice dirichlet exponential f gamma geometric get_state gumbel
        hypergeometric laplace logistic lognormal logseries multinomial multivariate_normal negative_binomial
        noncentral_chisquare noncentral_f normal pareto permutation poisson power rand randint randn random
        random_integers random_sample rayleigh seed set_state shuffle standard_cauchy standard_exponential
        standard_gamma standard_normal standard_t tomaxint triangular uniform vonmises wald weibull zipf"),
];

#[cfg(test)]
mod tests {
    use super::elsewhere;

    #[test]
    fn names_of_dask_and_numpy_are_known() {
        assert_eq!(elsewhere("dask.array.Array", "map_blocks"), Some("Dask"));
        assert_eq!(elsewhere("numpy", "einsum"), Some("NumPy"));
        assert_eq!(elsewhere("numpy", "einsumm"), None);
        assert_eq!(elsewhere("str", "split"), None);
    }
}
